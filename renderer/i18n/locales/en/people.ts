import type { Mirror } from '../../mirror'
import type { people as zh } from '../zh-CN/people'

export const people: Mirror<typeof zh> = {
  list: 'Staff list',
  name: 'Name',
  post: 'Post',
  nameOf: 'Name of person {{number}}',
  postOf: 'Post of person {{number}}',
  removeOf: 'Remove person {{number}}',
  here: 'Works here',
  addOne: 'Add a person',
  newName: 'Name of the new person',
  newPost: 'Post of the new person',
  nameOfPerson: 'Name of {{name}}',
  postOfPerson: 'Post of {{name}}',
  gone: 'Left',
  leave: 'Mark as left',
  return: 'Mark as back',
  leaveOf: 'Mark {{name}} as left',
  returnOf: 'Mark {{name}} as back',
  who: 'Who is working here',
  nobody: 'Choose who is working here',
  switch: 'Working here now: {{person}}. Click to change',
  noStaff: 'No staff yet; add people in Settings',
  logoNow: 'The current logo',
  logoChoose: 'Choose a picture…',
  logoOther: 'Another one…',
}
