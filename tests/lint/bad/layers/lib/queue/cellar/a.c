/* a.c - a room that the layer does not have. */
