/** What each gate asks for, in words: section 6 of the method. It follows the gate's name in a sentence. */
export const GATE_ASKS = {
  restrict: 'asks for a decision: it is proven',
  precaution: 'asks for a decision or an answer: severe exposure is named and not excluded',
  review: 'asks for a person’s look',
  unproven: 'asks for the lists: nothing is named against it, and nobody has shown that nothing could be',
  allow: 'asks for nothing: it is bounded from above',
};
