#include "sim/session/step_hash.hpp"

#include <bit>
#include <xxhash.h>

namespace tactus::session {
namespace {

/// A fixed buffer that fields are put into one after the other.
class Fields {
public:
    void put(float value) { put(static_cast<std::uint64_t>(std::bit_cast<std::uint32_t>(value))); }

    void put(double value) { put(std::bit_cast<std::uint64_t>(value)); }

    void put(Vec3 value) {
        put(value.x);
        put(value.y);
        put(value.z);
    }

    void put(bool value) { put(static_cast<std::uint64_t>(value ? 1 : 0)); }

    void put(std::uint64_t value) { values_[count_++] = value; }

    [[nodiscard]] std::uint64_t hash(std::uint64_t seed) const {
        return XXH3_64bits_withSeed(values_.data(), count_ * sizeof(std::uint64_t), seed);
    }

private:
    std::array<std::uint64_t, 96> values_{};
    std::size_t count_ = 0;
};

void put_report(Fields& fields, const contact::ContactReport& report) {
    fields.put(report.touching);
    for (const float value :
         {report.commanded_force_n, report.force_n, report.support_n, report.trust_error, report.area_m2,
          report.mean_pressure_pa, report.p95_pa, report.u, report.v, report.depth_m, report.travel_m,
          report.speed_m_s, report.slip_m_s, report.shear_n, report.bone_share, report.stiffness_n_per_m}) {
        fields.put(value);
    }
    fields.put(report.centre_m);
    fields.put(report.load_not_reached);
    fields.put(static_cast<std::uint64_t>(report.points.size()));
}

} // namespace

std::uint64_t chained_hash(std::uint64_t before,
                           const std::array<contact::ContactReport, contact::side_count>& reports,
                           const physiology::ClientState& client) {
    Fields fields;
    for (const contact::ContactReport& report : reports) {
        put_report(fields, report);
    }
    for (const float value : {client.discomfort, client.comfort, client.tone_mean, client.guarding,
                              client.breath, client.heart_rate_bpm, client.redness_mean, client.softening}) {
        fields.put(value);
    }
    fields.put(static_cast<std::uint64_t>(client.utterance.serial));
    for (const physiology::TriggerPointState& point : client.trigger_points) {
        before = chained_hash(before, std::bit_cast<std::uint32_t>(point.tension));
    }
    return fields.hash(before);
}

std::uint64_t chained_hash(std::uint64_t before, const strokes::BodyMotion& body) {
    if (body == strokes::BodyMotion{}) {
        return before;
    }
    Fields fields;
    fields.put(body.neck_rad);
    fields.put(body.lumbar_rad);
    for (const Vec3& scapula : body.scapula_m) {
        fields.put(scapula);
    }
    return fields.hash(before);
}

std::uint64_t chained_hash(std::uint64_t before, std::uint64_t value) {
    return XXH3_64bits_withSeed(&value, sizeof value, before);
}

std::uint64_t chained_hash(std::uint64_t before, std::string_view text) {
    return XXH3_64bits_withSeed(text.data(), text.size(), before);
}

} // namespace tactus::session
