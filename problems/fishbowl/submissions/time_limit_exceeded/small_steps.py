# Lets the water rise by a fifty-millionth of the radius at a time.
for _ in range(int(input())):
    radius, percent = map(float, input().split())
    h = 0.0
    while h * h * (3 - h) < percent / 25 and h < 2:
        h += 2e-8
    print(h * radius)
