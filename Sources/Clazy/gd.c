#include "include/Clazy.h"
#include "lazy.h"

#define GD "libgd.so.3"

const char *linli_lacks_gd(void) { return linli_lacks(GD); }

PASS_ON(GD, void, gdSetErrorMethod, (gdErrorMethod method), (method))
PASS_ON(GD, void, gdFree, (void *memory), (memory))
PASS_ON(GD, gdImagePtr, gdImageCreateFromJpegPtr, (int size, void *data), (size, data))
PASS_ON(GD, gdImagePtr, gdImageCreateFromPngPtr, (int size, void *data), (size, data))
PASS_ON(GD, gdImagePtr, gdImageCreateFromWebpPtr, (int size, void *data), (size, data))
PASS_ON(GD, gdImagePtr, gdImageCreateTrueColor, (int width, int height), (width, height))
PASS_ON(GD, void, gdImageDestroy, (gdImagePtr image), (image))
PASS_ON(
    GD, void, gdImageCopyResampled,
    (gdImagePtr to, gdImagePtr from, int toX, int toY, int fromX, int fromY, int toWidth, int toHeight,
     int fromWidth, int fromHeight),
    (to, from, toX, toY, fromX, fromY, toWidth, toHeight, fromWidth, fromHeight))
PASS_ON(
    GD, void, gdImageFilledRectangle, (gdImagePtr image, int x1, int y1, int x2, int y2, int colour),
    (image, x1, y1, x2, y2, colour))
PASS_ON(GD, void, gdImageAlphaBlending, (gdImagePtr image, int blends), (image, blends))
PASS_ON(GD, void, gdImageSaveAlpha, (gdImagePtr image, int saves), (image, saves))
PASS_ON(GD, void *, gdImageJpegPtr, (gdImagePtr image, int *size, int quality), (image, size, quality))
PASS_ON(GD, void *, gdImagePngPtr, (gdImagePtr image, int *size), (image, size))
PASS_ON(GD, void *, gdImageWebpPtrEx, (gdImagePtr image, int *size, int quality), (image, size, quality))
