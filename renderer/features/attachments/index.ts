export { AttachmentIntake } from './attachment-intake'
export { AttachmentsPanel } from './attachments-panel'
export { attachmentPages } from './print-attachments'
export { useAttachments, type UsedAttachments } from './use-attachments'
