#pragma once
/// Where a product lies that the client does not bear, and the hives that come up there (facts 5.4, ALG1).

#include <span>
#include <vector>

namespace tactus::physiology {

class Weals {
public:
    /// The product on the skin now, 0..1 by point of the skin field; what was once under it stays so until
    /// wiped.
    void lie(std::span<const float> film);

    /// Wiped off: what is up stays up, more does not come.
    void wipe() { under_.clear(); }

    [[nodiscard]] bool lies() const { return !under_.empty(); }

    /// level: 0 none .. 1 all up, of the hives where the product lay when they came.
    void raise(float level);

    template <class Put> void visit(Put put) const {
        for (const auto* const field : {&under_, &hives_}) {
            for (const float value : *field) {
                put(value);
            }
        }
    }

    /// 0..1 by point of the skin field; empty = none anywhere.
    [[nodiscard]] std::span<const float> map() const { return map_; }

private:
    std::vector<float> under_; ///< 1 where the product has been
    std::vector<float> hives_; ///< 1 where they come up
    std::vector<float> map_;
};

} // namespace tactus::physiology
