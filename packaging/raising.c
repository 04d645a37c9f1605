/* Raises an exception in another thread: what `importers.bounded.deadline` needs where the bundle has no ctypes, whose
   library asks for a newer glibc than the program does. */

#include <Python.h>

static PyObject *
raise_in(PyObject *module, PyObject *arguments)
{
    unsigned long thread;
    PyObject *exception;
    (void)module;
    if (!PyArg_ParseTuple(arguments, "kO", &thread, &exception))
        return NULL;
    return PyLong_FromLong(PyThreadState_SetAsyncExc(thread, exception));
}

static PyMethodDef methods[] = {
    {"raise_in", raise_in, METH_VARARGS, "Raise an exception in the thread of that number; how many threads were met."},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "nianbao_raising", NULL, 0, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC
PyInit_nianbao_raising(void)
{
    return PyModuleDef_Init(&definition);
}
