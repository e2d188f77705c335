import type { Components, Theme } from '@mui/material/styles'
import type { Tokens } from './tokens'

/** Focus is always visible: two pixels of working blue, drawn outside so that nothing moves. */
const focusRing = { outline: '2px solid var(--zk-blue)', outlineOffset: 1 }

/** MUI's parts in the look of the house: flat, hairlines instead of shadows, 32 px high, no ripples. */
export function componentStyles(tokens: Tokens): Components<Theme> {
  return {
    MuiButtonBase: {
      defaultProps: { disableRipple: true },
      styleOverrides: { root: { '&.Mui-focusVisible': focusRing } },
    },
    MuiButton: {
      defaultProps: { variant: 'outlined', color: 'inherit', disableElevation: true },
      styleOverrides: {
        root: { minHeight: 32, padding: '0 14px', lineHeight: '30px', whiteSpace: 'nowrap', minWidth: 0 },
        outlined: {
          backgroundColor: tokens.surface,
          borderColor: tokens.hairline,
          '&:hover': { borderColor: tokens.inkSoft, backgroundColor: tokens.surface },
          '&.Mui-disabled': { backgroundColor: 'transparent' },
        },
        text: { padding: '0 8px' },
        contained: { '&.MuiButton-colorInherit': { backgroundColor: tokens.surface } },
      },
    },
    MuiIconButton: {
      defaultProps: { size: 'small' },
      styleOverrides: { root: { borderRadius: 8, width: 32, height: 32, color: tokens.inkSoft } },
    },
    MuiOutlinedInput: {
      defaultProps: { size: 'small' },
      styleOverrides: {
        root: {
          backgroundColor: tokens.surface,
          minHeight: 32,
          fontSize: 14,
          '& .MuiOutlinedInput-notchedOutline': { borderColor: tokens.hairline },
          '&:hover .MuiOutlinedInput-notchedOutline': { borderColor: tokens.inkSoft },
          '&.Mui-focused .MuiOutlinedInput-notchedOutline': { borderColor: tokens.blue, borderWidth: 2 },
        },
        input: { padding: '5px 10px', height: 22, '&::placeholder': { color: tokens.inkSoft, opacity: 1 } },
        multiline: { padding: 0 },
      },
    },
    MuiSelect: {
      defaultProps: { size: 'small' },
      styleOverrides: { select: { minHeight: 22, lineHeight: '22px' } },
    },
    MuiMenuItem: { styleOverrides: { root: { minHeight: 32, fontSize: 14, padding: '4px 14px' } } },
    MuiMenu: { defaultProps: { transitionDuration: 80 } },
    MuiAutocomplete: {
      styleOverrides: {
        popper: { paddingTop: 4 },
        paper: { border: `1px solid ${tokens.hairline}`, boxShadow: tokens.paperShadow, fontSize: 14 },
        listbox: { padding: '4px 0', '& .MuiAutocomplete-option': { minHeight: 34, padding: '4px 14px' } },
        groupLabel: { fontSize: 12, lineHeight: '28px', padding: '0 14px', color: tokens.inkSoft },
        groupUl: { '& .MuiAutocomplete-option': { paddingLeft: 14 } },
        noOptions: { padding: '10px 14px', color: tokens.inkSoft },
      },
    },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiPopover: {
      styleOverrides: { paper: { border: `1px solid ${tokens.hairline}`, boxShadow: tokens.paperShadow } },
    },
    MuiDialog: {
      defaultProps: { transitionDuration: 100 },
      styleOverrides: { paper: { border: `1px solid ${tokens.hairline}`, boxShadow: tokens.paperShadow } },
    },
    MuiBackdrop: {
      styleOverrides: {
        root: { '&:not(.MuiBackdrop-invisible)': { backgroundColor: 'rgba(20,26,34,.38)' } },
      },
    },
    MuiDialogTitle: { styleOverrides: { root: { fontSize: 16, fontWeight: 600, padding: '16px 20px 8px' } } },
    MuiDialogContent: { styleOverrides: { root: { padding: '8px 20px' } } },
    MuiDialogActions: { styleOverrides: { root: { padding: '12px 20px 16px' } } },
    MuiFormLabel: {
      styleOverrides: { root: { color: tokens.inkSoft, '&.Mui-focused': { color: tokens.inkSoft } } },
    },
    MuiFormHelperText: {
      styleOverrides: { root: { marginLeft: 0, fontSize: 12, '&.Mui-error': { color: tokens.sealText } } },
    },
    MuiFormControlLabel: { styleOverrides: { root: { marginLeft: -6 }, label: { fontSize: 14 } } },
    MuiCheckbox: { styleOverrides: { root: { padding: 6, '&.Mui-focusVisible': focusRing } } },
    MuiRadio: { styleOverrides: { root: { padding: 6, '&.Mui-focusVisible': focusRing } } },
    MuiTooltip: {
      defaultProps: { enterDelay: 600, arrow: false },
      styleOverrides: {
        tooltip: { backgroundColor: tokens.ink, color: tokens.desk, fontSize: 12, padding: '4px 8px' },
      },
    },
    MuiChip: { styleOverrides: { root: { height: 22, fontSize: 12 } } },
    MuiLinearProgress: {
      styleOverrides: { root: { height: 6, borderRadius: 3, backgroundColor: tokens.hairline } },
    },
    MuiToggleButtonGroup: { defaultProps: { size: 'small', exclusive: true } },
    MuiToggleButton: {
      styleOverrides: {
        root: {
          height: 32,
          padding: '0 14px',
          fontSize: 14,
          color: tokens.ink,
          borderColor: tokens.hairline,
          backgroundColor: tokens.surface,
          textTransform: 'none',
          '&.Mui-selected, &.Mui-selected:hover': {
            backgroundColor: tokens.blueSoft,
            color: tokens.blueText,
            fontWeight: 600,
          },
        },
      },
    },
    MuiCssBaseline: { styleOverrides: baseline(tokens) },
  }
}

/** `--zk-*`: the tokens as CSS variables, for the paper and everything that is no MUI part. */
function baseline(tokens: Tokens): Record<string, object> {
  const variables = Object.entries(tokens).map(([name, value]: [string, string]) => [
    `--zk-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    value,
  ])
  return {
    ':root': Object.fromEntries(variables) as object,
    'html, body, #root': { height: '100%' },
    body: { overflow: 'hidden', userSelect: 'none', cursor: 'default', fontVariantNumeric: 'tabular-nums' },
    'input, textarea, [data-selectable]': { userSelect: 'text' },
    'a, button, [tabindex]': { '&:focus-visible': focusRing },
    kbd: {
      border: `1px solid ${tokens.hairline}`,
      borderRadius: 4,
      padding: '0 6px',
      fontFamily: 'inherit',
      fontSize: 11,
      lineHeight: '16px',
      color: tokens.inkSoft,
      whiteSpace: 'nowrap',
    },
    '::-webkit-scrollbar': { width: 12, height: 12 },
    '::-webkit-scrollbar-thumb': {
      backgroundColor: tokens.scrollbar,
      backgroundClip: 'content-box',
      border: '3px solid transparent',
      borderRadius: 6,
    },
    '::-webkit-scrollbar-thumb:hover': { backgroundColor: tokens.inkSoft },
    '@media (prefers-reduced-motion: reduce)': {
      '*': { transition: 'none !important', animation: 'none !important' },
    },
  }
}
