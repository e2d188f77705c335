export { clockTime, dayText, isoDayText, whenText } from './dates'
export { failureParts, failureText, type Failure, type FailureParts } from './failure-text'
export { findingIsSerious, findingText } from './finding-text'
export { currentLanguage, setLanguage, startLanguage, type Language } from './setup'
