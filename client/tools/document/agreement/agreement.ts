// In one chunk: whoever looks an agreement over has put it together, or may do so anew.
export { BeforeSigning } from './BeforeSigning'
export { ComposeDialog } from './ComposeDialog'
