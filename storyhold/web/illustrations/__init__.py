"""Pages of pictures for stories: bring them, copy their HTML, describe and delete them."""
