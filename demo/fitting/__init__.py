"""Try-on, on a figure or a photo. Its networks arrive with their own issue."""
