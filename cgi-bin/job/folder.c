/* folder.c - the folder in which the worker keeps its files. */
#include <errno.h>
#include <sys/stat.h>

#include "base/log.h"
#include "job/worker.h"

void
worker_folder(struct worker *w)
{
	const char *path = arena_printf(&w->arena, "%s/map", w->conf.run_dir);

	if (mkdir(path, 02750) != 0 && errno != EEXIST)
		log_fault("worker", "folder=%s errno=%d", path, errno);
}
