/* fuzz.h - what every fuzzing target includes.
 *
 * A target is one C file with LLVMFuzzerTestOneInput; TARGET.c has its seeds in
 * corpus/TARGET/.  It runs in an empty directory of its own, where it may write
 * files.  Our sources are built with sanitizers and with the arena of arena.c,
 * which gives each object a heap block of its own, so that the sanitizer sees
 * an access one byte too far.
 */
#ifndef FUZZ_FUZZ_H
#define FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"

#define FUZZ_NOW INT64_C(1795305600) /* 2026-11-22T00:00:00Z */

/* Called by libFuzzer. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Reports a finding unless X is true. */
#define HOLDS(x) ((x) ? (void)0 : fuzz_broken(#x, __FILE__, __LINE__))
void fuzz_broken(const char *what, const char *file, int line)
    __attribute__((noreturn));

/* Starts the libraries and silences the log, once. */
void fuzz_start(void);

/* SIZE bytes as a string, which ends at the first NUL in them. */
char *fuzz_text(struct arena *a, const uint8_t *data, size_t size);

/* True if S is valid UTF-8 without control bytes. */
bool fuzz_clean(const char *s);

/* True if S consists of bytes of SET only. */
bool fuzz_only(const char *s, const char *set);

/* Writes a file at PATH. */
void fuzz_file(const char *path, const void *data, size_t size);

/* An empty buffer of the largest size of an answer. */
void fuzz_buf(struct buf *b, struct arena *a);

#endif
