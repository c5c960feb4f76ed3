"""An A3 for people: as a card, as a PDF for print and as a document to edit, all from one `Sheet`."""
