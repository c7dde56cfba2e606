/* Put before the C library by LD_PRELOAD: a sync takes SYNC_MICROSECONDS, whatever the disk takes, and syncs nothing. */
#include <stdlib.h>
#include <time.h>

static int pause_only(void) {
    const char *given = getenv("SYNC_MICROSECONDS");
    long wanted = given == NULL ? 0 : atol(given);
    struct timespec pause = {wanted / 1000000, wanted % 1000000 * 1000};
    nanosleep(&pause, NULL);
    return 0;
}

int fsync(int fd) { return fd < 0 ? -1 : pause_only(); }
int fdatasync(int fd) { return fd < 0 ? -1 : pause_only(); }
