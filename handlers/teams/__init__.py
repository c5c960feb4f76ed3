"""The Microsoft Teams edge. Everything that knows Teams or the Bot Framework stays in this folder."""
