/* The program that starts Python with the files beside it, where no frozen program can be made: `tree.py` compiles it.

   It knows its folder by where it stands itself. Python takes nothing from the environment, and `sys.frozen` is set, as
   in the frozen program, so that the program starts itself anew where it needs another process. */

#include <Python.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define INSIDE "_internal"
#define LIBRARIES "LD_LIBRARY_PATH"
#define BEFORE LIBRARIES "_ORIG"

static PyConfig config;

static void ended_badly(PyStatus status)
{
    PyConfig_Clear(&config);
    Py_ExitStatusException(status);
}

static void check(PyStatus status)
{
    if (PyStatus_Exception(status))
        ended_badly(status);
}

static void set(wchar_t **place, const char *text)
{
    check(PyConfig_SetBytesString(&config, place, text));
}

/* Adds a folder to those that modules are looked for in. */
static void look_in(const char *folder, const char *below)
{
    char path[2 * PATH_MAX];
    snprintf(path, sizeof path, "%s%s", folder, below);
    wchar_t *wide = Py_DecodeLocale(path, NULL);
    if (wide == NULL)
        ended_badly(PyStatus_NoMemory());
    check(PyWideStringList_Append(&config.module_search_paths, wide));
    PyMem_RawFree(wide);
}

/* As in a Python of its own, but nothing is taken from the environment; without a language, texts are UTF-8. */
static void prepare(void)
{
    PyPreConfig before;
    PyPreConfig_InitIsolatedConfig(&before);
    before.configure_locale = 1;
    before.utf8_mode = -1;
    check(Py_PreInitialize(&before));
    PyConfig_InitIsolatedConfig(&config);
    config.site_import = 0;
    config.write_bytecode = 0;
    config.install_signal_handlers = 1;
    config.module_search_paths_set = 1;
}

/* Begins anew with Qt's folder before the system's for all that is loaded, as the frozen program does; `start.py` takes
   it back, so that no other program sees it. */
static void load_own_first(const char *own, const char *inside, char **arguments)
{
    char told[3 * PATH_MAX];
    const char *before = getenv(LIBRARIES);
    snprintf(told, sizeof told, "%s/PySide6/Qt/lib", inside);
    if (before != NULL && strcmp(before, told) == 0)
        return;
    if (before != NULL)
        setenv(BEFORE, before, 1);
    else
        unsetenv(BEFORE);
    setenv(LIBRARIES, told, 1);
    execv(own, arguments);
    perror(own);
}

int main(int count, char **arguments)
{
    char own[PATH_MAX], inside[2 * PATH_MAX], start[3 * PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", own, sizeof own - 1);
    if (length < 0) {
        perror("/proc/self/exe");
        return 2;
    }
    own[length] = 0;
    snprintf(inside, sizeof inside, "%.*s" INSIDE, (int)(strrchr(own, '/') + 1 - own), own);
    snprintf(start, sizeof start, "%s/start.pyc", inside);
    load_own_first(own, inside, arguments);
    prepare();
    set(&config.executable, own);
    set(&config.home, inside);
    set(&config.run_filename, start);
    look_in(inside, "/python");
    look_in(inside, "/python/lib-dynload");
    look_in(inside, "");
    check(PyConfig_SetBytesArgv(&config, count, arguments));
    check(Py_InitializeFromConfig(&config));
    PyConfig_Clear(&config);
    PySys_SetObject("frozen", Py_True);
    return Py_RunMain();
}
