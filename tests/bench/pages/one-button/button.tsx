import Button from '@mui/material/Button'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

const root = document.getElementById('root')
if (!root) throw new Error('no root')
createRoot(root).render(
  <StrictMode>
    <Button variant="contained">OK</Button>
  </StrictMode>,
)
