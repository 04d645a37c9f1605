/* A stand-in for Windows.UI.ViewManagement.UISettings, which Wine 8 lacks and Qt 6 asks for its colours.
   Only in the emulated Windows of the tests; no part of any package. */
#define COBJMACROS
#define INITGUID
#include <windows.h>

typedef struct { BYTE alpha, red, green, blue; } Colour;
typedef HRESULT(WINAPI *Method)(void *);
typedef struct {
    HRESULT(WINAPI *query)(void *, REFIID, void **);
    ULONG(WINAPI *add)(void *);
    ULONG(WINAPI *release)(void *);
    HRESULT(WINAPI *interfaces)(void *, ULONG *, IID **);
    HRESULT(WINAPI *name)(void *, void **);
    HRESULT(WINAPI *trust)(void *, int *);
    void *methods[24];
} Table;
typedef struct { const Table *table; } Object;

DEFINE_GUID(AS_SETTINGS, 0x85361600, 0x1C63, 0x4627, 0xBC, 0xB1, 0x3A, 0x89, 0xE0, 0xBC, 0x9C, 0x55);
DEFINE_GUID(AS_SETTINGS3, 0x03021BE4, 0x5254, 0x4781, 0x81, 0x94, 0x51, 0x68, 0xF7, 0xD0, 0x6D, 0x7B);
DEFINE_GUID(AS_INSPECTABLE, 0xAF86E2E0, 0xB12D, 0x4C6A, 0x9C, 0x5A, 0xD7, 0xAA, 0x65, 0x10, 0x1E, 0x90);
DEFINE_GUID(AS_FACTORY, 0x00000035, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46);
DEFINE_GUID(AS_AGILE, 0x94EA2B94, 0xE9CC, 0x49E0, 0xC0, 0xFF, 0xEE, 0x64, 0xCA, 0x8F, 0x5B, 0x90);

static ULONG WINAPI counted(void *self) { return 2; }
static HRESULT WINAPI interfaces(void *self, ULONG *count, IID **ids) { *count = 0; *ids = NULL; return S_OK; }
static HRESULT WINAPI name(void *self, void **text) { *text = NULL; return S_OK; }
static HRESULT WINAPI trust(void *self, int *level) { *level = 0; return S_OK; }
static HRESULT WINAPI missing(void *self) { return E_NOTIMPL; }

/* Black on white, and the accent in its seven shades, in the order of UIColorType. */
static HRESULT WINAPI colour(void *self, int type, Colour *answer) {
    static const Colour known[] = {{255, 255, 255, 255}, {255, 0, 0, 0},      {255, 0, 32, 64},
                                   {255, 0, 64, 112},    {255, 0, 92, 160},   {255, 0, 120, 212},
                                   {255, 64, 156, 228},  {255, 120, 186, 236}, {255, 168, 216, 255}};
    *answer = known[type >= 0 && type < 9 ? type : 5];
    return S_OK;
}
static HRESULT WINAPI subscribe(void *self, void *handler, INT64 *token) { *token = 1; return S_OK; }
static HRESULT WINAPI unsubscribe(void *self, INT64 token) { return S_OK; }

static HRESULT WINAPI query(void *self, REFIID id, void **answer);
static const Table plain = {query, counted, counted, interfaces, name, trust,
                            {missing, missing, missing, missing, missing, missing, missing, missing, missing, missing}};
static const Table coloured = {query, counted, counted, interfaces, name, trust, {colour, subscribe, unsubscribe}};
static Object settings = {&plain}, settings3 = {&coloured};

static HRESULT WINAPI query(void *self, REFIID id, void **answer) {
    *answer = NULL;
    if (IsEqualGUID(id, &AS_SETTINGS3)) *answer = &settings3;
    if (IsEqualGUID(id, &IID_IUnknown) || IsEqualGUID(id, &AS_INSPECTABLE) || IsEqualGUID(id, &AS_SETTINGS) ||
        IsEqualGUID(id, &AS_AGILE))
        *answer = &settings;
    return *answer ? S_OK : E_NOINTERFACE;
}

static HRESULT WINAPI activate(void *self, void **answer) { *answer = &settings; return S_OK; }
static HRESULT WINAPI query_factory(void *self, REFIID id, void **answer) {
    int known = IsEqualGUID(id, &IID_IUnknown) || IsEqualGUID(id, &AS_INSPECTABLE) || IsEqualGUID(id, &AS_FACTORY) ||
                IsEqualGUID(id, &AS_AGILE);
    *answer = known ? self : NULL;
    return known ? S_OK : E_NOINTERFACE;
}
static const Table made = {query_factory, counted, counted, interfaces, name, trust, {activate}};
static Object factory = {&made};

__declspec(dllexport) HRESULT WINAPI DllGetActivationFactory(void *class, void **answer) {
    *answer = &factory;
    return S_OK;
}
__declspec(dllexport) HRESULT WINAPI DllCanUnloadNow(void) { return S_FALSE; }
