/* Stands between a program and the disk, put before the C library by LD_PRELOAD (docs/sync.md, "Evidence").

   DISK_BELOW  only files below this folder are looked at
   DISK_LOG    every write, truncation, sync and unlinking is appended there, in order, with its bytes
   DISK_FULL   while a file of this name exists, writes are refused with ENOSPC

   One record: kind (1 byte), then little-endian int64 offset, int64 length of name, int64 length of data, name, data. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t order = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -2;

static const char *below(void) { return getenv("DISK_BELOW"); }

static int name_of(int fd, char *name, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, name, size - 1);
    if (length < 0 || below() == NULL) return 0;
    name[length] = 0;
    return strncmp(name, below(), strlen(below())) == 0;
}

static void put(const void *data, size_t length) {
    const char *at = data;
    while (length > 0) {
        long done = syscall(SYS_write, log_fd, at, length);
        if (done <= 0) abort();
        at += done;
        length -= (size_t)done;
    }
}

static void note(char kind, const char *name, int64_t offset, const void *data, int64_t length) {
    if (log_fd == -2) {
        const char *path = getenv("DISK_LOG");
        log_fd = path == NULL ? -1 : (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
    if (log_fd < 0) return;
    int64_t head[3] = {offset, (int64_t)strlen(name), length};
    put(&kind, 1);
    put(head, sizeof head);
    put(name, strlen(name));
    if (length > 0 && data != NULL) put(data, (size_t)length);
}

static int full(void) {
    const char *sign = getenv("DISK_FULL");
    return sign != NULL && syscall(SYS_faccessat, AT_FDCWD, sign, F_OK) == 0;
}

static ssize_t written(int fd, const void *data, size_t length, int64_t offset, int at_end) {
    char name[4096];
    if (!name_of(fd, name, sizeof name))
        return at_end ? syscall(SYS_write, fd, data, length) : syscall(SYS_pwrite64, fd, data, length, offset);
    if (full()) {
        errno = ENOSPC;
        return -1;
    }
    pthread_mutex_lock(&order);
    if (at_end) offset = syscall(SYS_lseek, fd, 0, SEEK_CUR);
    ssize_t done = at_end ? syscall(SYS_write, fd, data, length) : syscall(SYS_pwrite64, fd, data, length, offset);
    if (done > 0) note('w', name, offset, data, done);
    pthread_mutex_unlock(&order);
    return done;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) { return written(fd, data, length, offset, 0); }
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) { return written(fd, data, length, offset, 0); }
ssize_t write(int fd, const void *data, size_t length) { return written(fd, data, length, 0, 1); }

static int synced(int fd, long number) {
    char name[4096];
    if (!name_of(fd, name, sizeof name)) return (int)syscall(number, fd);
    pthread_mutex_lock(&order);
    int result = (int)syscall(number, fd);
    if (result == 0) note('s', name, 0, NULL, 0);
    pthread_mutex_unlock(&order);
    return result;
}

int fsync(int fd) { return synced(fd, SYS_fsync); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync); }

static int cut(int fd, int64_t length) {
    char name[4096];
    if (!name_of(fd, name, sizeof name)) return (int)syscall(SYS_ftruncate, fd, length);
    pthread_mutex_lock(&order);
    int result = (int)syscall(SYS_ftruncate, fd, length);
    if (result == 0) note('t', name, length, NULL, 0);
    pthread_mutex_unlock(&order);
    return result;
}

int ftruncate64(int fd, off64_t length) { return cut(fd, length); }
int ftruncate(int fd, off_t length) { return cut(fd, length); }

int unlink(const char *path) {
    int ours = below() != NULL && strncmp(path, below(), strlen(below())) == 0;
    if (!ours) return (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    pthread_mutex_lock(&order);
    int result = (int)syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (result == 0) note('u', path, 0, NULL, 0);
    pthread_mutex_unlock(&order);
    return result;
}
