"""The shop's page: the only room that imports gradio."""
