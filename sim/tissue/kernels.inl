// One level of the kernels. The including file defines TACTUS_KERNEL_NAMESPACE; everything lives inside it.
#include "sim/tissue/kernels.hpp"

#include <immintrin.h>

namespace tactus::tissue::TACTUS_KERNEL_NAMESPACE {

#include "sim/tissue/lane16.inl"
#include "sim/tissue/fibres.inl"
#include "sim/tissue/element.inl"
#include "sim/tissue/columns.inl"
#include "sim/tissue/skin_contact.inl"
#include "sim/tissue/vectors.inl"

extern const KernelTable table;
const KernelTable table = {residual_row, product_row, exact_product_row, blocks_row,  factor_row,    advance_row,
                           direction_row, dot_row,    masked_row,  add_row,       history_begin,
                           history_end,   contact_group, contact_force_group, contact_product_group, contact_blocks_group};

} // namespace tactus::tissue::TACTUS_KERNEL_NAMESPACE
