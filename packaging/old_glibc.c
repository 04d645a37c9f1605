/* The three calls that glibc 2.28 lacks and Debian 12's Python and libexpat make. */
#include <errno.h>
#include <semaphore.h>
#include <stddef.h>
#include <sys/random.h>
#include <time.h>

#define OWN __attribute__((visibility("hidden")))
#define SECOND 1000000000LL

/* Python closes one by one where this fails. */
OWN int close_range(unsigned first, unsigned last, int flags) {
    (void)first, (void)last, (void)flags;
    errno = ENOSYS;
    return -1;
}

OWN void arc4random_buf(void *buffer, size_t size) {
    unsigned char *at = buffer;
    while (size) {
        ssize_t got = getrandom(at, size, 0);
        if (got > 0) at += got, size -= (size_t)got;
    }
}

/* Waits by the clock of the day, as Python did before there was this call. */
OWN int sem_clockwait(sem_t *semaphore, clockid_t clock, const struct timespec *until) {
    struct timespec now, day;
    clock_gettime(clock, &now);
    clock_gettime(CLOCK_REALTIME, &day);
    long long left = (until->tv_sec - now.tv_sec) * SECOND + until->tv_nsec - now.tv_nsec;
    left = (left > 0 ? left : 0) + day.tv_nsec;
    day.tv_sec += left / SECOND;
    day.tv_nsec = left % SECOND;
    return sem_timedwait(semaphore, &day);
}
