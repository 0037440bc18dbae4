/** What a text takes, by what grammar asks of it. `test/messages/` reads these names: see CONTRIBUTING.md. */

/** How many there are of something: the text around it goes through `plural`. */
export type Count = number;

/** The code of a jurisdiction: it enters a sentence through `places`, which knows its article and its preposition. */
export type Place = string;

/** What something is called, a platform or a person: no article, and no word before it that would have to be elided without a look at it. */
export type Name = string;
