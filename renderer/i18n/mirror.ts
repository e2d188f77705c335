/**
 * The shape that another language has to give for a language's texts: every key, nothing more, and for a counted text
 * (`…_other`) also the singular that Chinese does without (`…_one`).
 */
export type Mirror<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Mirror<T[K]>
} & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_one` : never]: string
}
