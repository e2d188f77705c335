import type { Rescued, RescueFailure, Survey, SurveyFailure } from '../../shared/ipc/recovery'
import type { Result } from '../../shared/kernel/result'

/** What the recovery thread is started with. */
export type RecoveryTask =
  | { readonly task: 'survey'; readonly folder: string }
  | { readonly task: 'rescue'; readonly folder: string; readonly target: string; readonly now: number }

export type SurveyAnswer = Result<Survey, SurveyFailure>
export type RescueAnswer = Result<Rescued, RescueFailure>

/** What it tells; `answer` comes once, at the end. */
export type RecoveryMessage =
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
  | { readonly is: 'answer'; readonly answer: SurveyAnswer | RescueAnswer }
