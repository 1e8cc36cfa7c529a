// SPDX-License-Identifier: Apache-2.0
#include "keys/clearing_allocator.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

namespace waybill::keys {
namespace {

void *allocate(std::size_t size, const char * /*file*/, int /*line*/)
{
    return std::malloc(size);
}

void release(void *block, const char * /*file*/, int /*line*/)
{
    if (block)
        explicit_bzero(block, malloc_usable_size(block));
    std::free(block);
}

/// Not realloc(): it may move the bytes and leave the old ones as they were.
void *resize(void *block, std::size_t size, const char *file, int line)
{
    if (size == 0) {
        release(block, file, line);
        return nullptr;
    }
    void *bigger = std::malloc(size);
    if (bigger && block) {
        memcpy(bigger, block, std::min(size, malloc_usable_size(block)));
        release(block, file, line);
    }
    return bigger;
}

} // namespace

bool installClearingAllocator()
{
    return CRYPTO_set_mem_functions(allocate, resize, release) == 1;
}

} // namespace waybill::keys
