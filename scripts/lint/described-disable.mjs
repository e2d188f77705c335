/** A disabled rule carries its reason: `// eslint-disable-next-line rule -- why`. */
export const describedDisable = {
  meta: { type: 'suggestion', schema: [], messages: { reason: 'Say why after “--”: {{comment}}' } },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          const text = comment.value.trim()
          if (!/^(eslint-disable|@ts-(expect-error|ignore|nocheck))/.test(text)) continue
          const reason = text.startsWith('@ts-')
            ? text.replace(/^@ts-[a-z-]+/, '')
            : (text.split(/\s--\s/)[1] ?? '')
          if (reason.trim().length < 5) {
            context.report({ loc: comment.loc, messageId: 'reason', data: { comment: text } })
          }
        }
      },
    }
  },
}
