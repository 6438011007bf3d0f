"""Markdown (CommonMark), for whoever goes on working with the text."""
