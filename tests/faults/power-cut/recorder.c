/* Preloaded into a process: writes down, in order, what it asks the kernel to write, sync, cut and rename under one
   folder, and when it answers over a socket. What was not synced may be lost at a power cut; this is the list of it.
   Each entry: one line "kind path offset length\n", for writes followed by the bytes and a newline. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static int out = -1;
static const char *folder;

__attribute__((constructor)) static void begin(void) {
  folder = getenv("RECORD_FOLDER");
  const char *file = getenv("RECORD_TO");
  if (folder && file) out = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t n = syscall(SYS_write, out, at, length);
    if (n <= 0) return;
    at += n;
    length -= (size_t)n;
  }
}

static void note(const char *kind, const char *path, long long offset, const void *bytes, size_t length) {
  char line[4200];
  int n = snprintf(line, sizeof line, "%s %s %lld %zu\n", kind, path, offset, length);
  pthread_mutex_lock(&gate);
  put(line, (size_t)n);
  if (bytes) {
    put(bytes, length);
    put("\n", 1);
  }
  pthread_mutex_unlock(&gate);
}

/* The name of an open file below the folder; 0 when it is none of ours. */
static int ours(int fd, char *name) {
  if (out < 0) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t n = readlink(link, path, sizeof path - 1);
  if (n <= 0) return 0;
  path[n] = 0;
  size_t length = strlen(folder);
  if (strncmp(path, folder, length) != 0) return 0;
  strcpy(name, path[length] == '/' ? path + length + 1 : path + length);
  if (name[0] == 0) strcpy(name, ".");
  return strchr(name, ' ') == NULL;
}

static void said(int fd, const char *bytes, size_t length) {
  if (out >= 0 && length > 12 && strncmp(bytes, "HTTP/1.1 ", 9) == 0) {
    char status[4] = {bytes[9], bytes[10], bytes[11], 0};
    note("answer", status, fd, NULL, 0);
  }
}

#define REAL(name) \
  static __typeof__(&name) real; \
  if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  REAL(pwrite);
  char name[4096];
  ssize_t n = real(fd, bytes, length, offset);
  if (n > 0 && ours(fd, name)) note("write", name, offset, bytes, (size_t)n);
  return n;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  REAL(pwrite64);
  char name[4096];
  ssize_t n = real(fd, bytes, length, offset);
  if (n > 0 && ours(fd, name)) note("write", name, offset, bytes, (size_t)n);
  return n;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  REAL(write);
  char name[4096];
  off64_t at = out >= 0 ? lseek64(fd, 0, SEEK_CUR) : -1;
  said(fd, bytes, length);
  ssize_t n = real(fd, bytes, length);
  if (n > 0 && ours(fd, name)) note("write", name, at < 0 ? 0 : at, bytes, (size_t)n);
  return n;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(writev);
  if (count > 0) said(fd, parts[0].iov_base, parts[0].iov_len);
  return real(fd, parts, count);
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
  REAL(sendmsg);
  if (message->msg_iovlen > 0) said(fd, message->msg_iov[0].iov_base, message->msg_iov[0].iov_len);
  return real(fd, message, flags);
}

int fsync(int fd) {
  REAL(fsync);
  char name[4096];
  int done = real(fd);
  if (done == 0 && ours(fd, name)) note("sync", name, 0, NULL, 0);
  return done;
}

int fdatasync(int fd) {
  REAL(fdatasync);
  char name[4096];
  int done = real(fd);
  if (done == 0 && ours(fd, name)) note("sync", name, 0, NULL, 0);
  return done;
}

int ftruncate(int fd, off_t length) {
  REAL(ftruncate);
  char name[4096];
  int done = real(fd, length);
  if (done == 0 && ours(fd, name)) note("cut", name, length, NULL, 0);
  return done;
}

int ftruncate64(int fd, off64_t length) {
  REAL(ftruncate64);
  char name[4096];
  int done = real(fd, length);
  if (done == 0 && ours(fd, name)) note("cut", name, length, NULL, 0);
  return done;
}
