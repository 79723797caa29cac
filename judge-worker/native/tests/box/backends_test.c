// Which back end is taken, and what is said of the better ones, where no cgroup may be written to: as in a container that was given none.
#include "../unit/unit.h"

#include <fcntl.h>
#include <linux/mount.h>
#include <sched.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

static void protect_cgroups(void) {
    struct mount_attr own = {.propagation = MS_PRIVATE}, read_only = {.attr_set = MOUNT_ATTR_RDONLY};
    CHECK(!unshare(CLONE_NEWNS));
    CHECK(!syscall(SYS_mount_setattr, AT_FDCWD, "/", AT_RECURSIVE, &own, sizeof own));
    CHECK(!syscall(SYS_mount_setattr, AT_FDCWD, "/sys/fs/cgroup", AT_RECURSIVE, &read_only, sizeof read_only));
}

static void takes_none_where_it_is_asked_for(void) {
    choose_backend("none", "haetae");
    CHECK(cgroups == &backend_none && !*cgroups_wanting);
}

static void takes_none_for_want_of_a_better_one_and_says_why(void) {
    choose_backend(NULL, "haetae");
    CHECK(cgroups == &backend_none);
    CHECK(strstr(cgroups_wanting, "v2: ") && strstr(cgroups_wanting, "; v1: ") && strstr(cgroups_wanting, "not writable"));
}

int main(void) {
    protect_cgroups();
    takes_none_where_it_is_asked_for();
    takes_none_for_want_of_a_better_one_and_says_why();
    return 0;
}
