// The learned part of events: features of a sentence with two actors, and the classifier over them.
export * from "./classifier.ts";
export { NOUN_CUES, VERB_CUES } from "./cues.ts";
export { type Features, featuresOf, type MeaningSlot, SLOTS } from "./features.ts";
