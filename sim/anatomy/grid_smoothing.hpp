#pragma once
/// Low-pass of values on the points of a grid whose spacing is about even along each line.

#include <cstddef>
#include <vector>

namespace tactus::anatomy {

/// Gaussian weights, deviation in samples along each axis; the border repeats. Rows by rows, `columns` a row.
/// Value: float or Vec3. Deterministic: one thread, fixed order.
template <class Value>
void gaussian_blur(std::vector<Value>& field, int columns, int rows, float sigma_columns, float sigma_rows);

} // namespace tactus::anatomy
