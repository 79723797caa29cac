# Newton's method, kept inside an interval that always holds the root.
for _ in range(int(input())):
    radius, percent = map(float, input().split())
    low, high, h = 0.0, 2.0, 1.0
    for _ in range(80):
        error = h * h * (3 - h) - percent / 25
        if error < 0:
            low = h
        else:
            high = h
        slope = 3 * h * (2 - h)
        h = h - error / slope if slope else low
        if not low < h < high:
            h = (low + high) / 2
    print(h * radius)
