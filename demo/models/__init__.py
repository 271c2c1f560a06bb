"""Networks only, one file a paper: no files, no catalogue, no gradio."""
