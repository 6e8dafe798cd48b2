#include "engine/render/renderer.hpp"

namespace tactus::render {

struct ClientModel {};

std::shared_ptr<const ClientModel> make_client_model(const anatomy::Anatomy&, const client::Client&, Tier) {
    return std::make_shared<ClientModel>();
}

} // namespace tactus::render
