"""Pages and deeds: documents, the desk, publishing, files and search."""
