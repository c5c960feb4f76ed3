// What the page knows: the scene, the time, and every conversation's lines in the order they were said.

const conversations = new Map();
const places = new Map();
export const known = { scene: { people: [], channels: [], panes: [] }, clock: null };

/** Takes a line; "new", "changed", or null when it was known already. */
export function take(line) {
  const lines = linesOf(line.conversation);
  const at = places.get(line.message);
  if (at === undefined) {
    places.set(line.message, lines.push(line) - 1);
    return "new";
  }
  if (lines[at].sequence >= line.sequence) return null;
  lines[at] = line;
  return "changed";
}

export function linesOf(conversation) {
  if (!conversations.has(conversation)) conversations.set(conversation, []);
  return conversations.get(conversation);
}

export const personOf = (id) => known.scene.people.find((person) => person.id === id);
export const channelOf = (conversation) =>
  known.scene.channels.find((channel) => channel.conversation === conversation);
export const ownerOf = (conversation) =>
  known.scene.people.find((person) => person.conversation === conversation);

/** What the panes show at first: a team that writes `language`, or else what the scene opens with. */
export function openingPanes(language) {
  const { people, channels, panes } = known.scene;
  const direct = people.filter((person) => person.language === language).slice(0, 2);
  const channel = channels.find((one) => one.language === language);
  if (direct.length < 2 || !channel) return panes;
  const speaker = direct[0].id;
  return [
    ...direct.map((person) => ({ conversation: person.conversation, person: person.id })),
    { conversation: channel.conversation, person: speaker },
  ];
}

/** Somebody to speak in a channel: whoever spoke before, if it is in their language. */
export function speakerIn(conversation, before) {
  const { language } = channelOf(conversation);
  if (personOf(before)?.language === language) return before;
  return known.scene.people.find((person) => person.language === language)?.id ?? before;
}

/** The name of a conversation: a person's, or the channel's with its sign. */
export function titleOf(conversation) {
  const owner = ownerOf(conversation);
  if (owner) return owner.name;
  return `# ${channelOf(conversation)?.name ?? ""}`;
}
