#ifndef LINLI_GD_LAZY_H
#define LINLI_GD_LAZY_H

/* Whoever calls these calls ours (gd.c), which pass the call on. */
#pragma redefine_extname gdSetErrorMethod linli_gdSetErrorMethod
#pragma redefine_extname gdFree linli_gdFree
#pragma redefine_extname gdImageCreateFromJpegPtr linli_gdImageCreateFromJpegPtr
#pragma redefine_extname gdImageCreateFromPngPtr linli_gdImageCreateFromPngPtr
#pragma redefine_extname gdImageCreateFromWebpPtr linli_gdImageCreateFromWebpPtr
#pragma redefine_extname gdImageCreateTrueColor linli_gdImageCreateTrueColor
#pragma redefine_extname gdImageDestroy linli_gdImageDestroy
#pragma redefine_extname gdImageCopyResampled linli_gdImageCopyResampled
#pragma redefine_extname gdImageFilledRectangle linli_gdImageFilledRectangle
#pragma redefine_extname gdImageAlphaBlending linli_gdImageAlphaBlending
#pragma redefine_extname gdImageSaveAlpha linli_gdImageSaveAlpha
#pragma redefine_extname gdImageJpegPtr linli_gdImageJpegPtr
#pragma redefine_extname gdImagePngPtr linli_gdImagePngPtr
#pragma redefine_extname gdImageWebpPtrEx linli_gdImageWebpPtrEx

#include <gd.h>
#include <stdarg.h>

/* libgd writes what it dislikes about a picture to standard error; a hostile picture must not fill our log. */
static void linli_gd_quiet(int priority, const char *format, va_list arguments) {
    (void)priority;
    (void)format;
    (void)arguments;
}

static inline void linli_gd_silence(void) { gdSetErrorMethod(linli_gd_quiet); }

#endif
