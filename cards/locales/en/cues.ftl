# What the coach asks when an answer leans somewhere. One question at a time, about the work and never about who.
cue-blames-a-person = Thank you for telling me. Let us leave aside who it was. Imagine that somebody else entirely had stood there that day. What in the way we work could have led to the same thing?
cue-human-error = That happens to everyone. What was it just then that made it easy to get wrong, or hard to notice?
cue-solution-as-cause = That may become something to try. What happens today, without it?
cue-vague = Many will recognise that. Think of the last time: what happened then?
cue-outside-control = That may be outside your reach. Which small part of it is yours, such as how you prepare for it or notice it in time?
cue-restates = I see. What happens just before it turns out like that?
cue-weak-action = A good start. How could it become easy to get right, even for someone new or in a hurry?

# For what is no matter for improvements. Each says where it is taken care of, and asks one thing.
cue-elsewhere-harm = Thank you for writing. When someone has come to harm it must be seen to at once, and not here. If anyone is in danger now, call 112. Have you told your nearest manager?
cue-elsewhere-threat = Thank you for writing. Threats must be seen to at once, and not here. If it is urgent, call 112. Have you told your manager or your safety representative?
cue-elsewhere-harassment = Thank you for writing. Nobody should have to put up with that, and this is not the right place for it. Whom do you trust to tell: your manager, the safety representative, your union or HR?
cue-elsewhere-crime = Thank you for writing. What may be a crime is not looked into here. Could you take it to your manager, or to the one above if that is better?
cue-elsewhere-whistleblowing = Thank you for writing. Such things have a channel of their own, where the person who speaks up is protected. Could you use the whistleblowing channel instead?
cue-elsewhere-deviation = Thank you for writing. When something has gone wrong for someone in our care it has to be reported. In Sweden that is a deviation or lex Sarah, in Norway avvik. Has that been done?
cue-elsewhere-client = Thank you for writing. Anything about one particular person belongs in your own system for that. Could you tell me about the work instead, without names?
