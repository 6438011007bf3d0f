"""Pictures that members bring to show in their stories."""
