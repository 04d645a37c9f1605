/* python.exe of the emulated Windows: hands its arguments to python3XX.dll. */
#include <windows.h>
__declspec(dllimport) int Py_Main(int count, wchar_t **arguments);
int wmain(int count, wchar_t **arguments) { return Py_Main(count, arguments); }
