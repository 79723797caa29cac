undefined.x
