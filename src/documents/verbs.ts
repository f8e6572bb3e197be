/** What people do here, by the journal’s action; their name stands before it. */
export const verbs = {
  'document.approved': 'approved a document',
  'document.archived': 'archived a document',
  'document.changed': 'changed a document',
  'document.kept': 'kept a version of a document',
  'document.removed': 'removed a document',
  'document.restored': 'brought a document back',
  'document.reviewed': 'looked at a document again',
  'document.started': 'began a document',
  'document.withdrawn': 'withdrew a document',
  'document.written': 'wrote in a document',
  'documents.import-tried-again': 'read a folder of documents again',
  'documents.import-undone': 'undid an import of documents',
  'documents.imported': 'took in documents',
}
