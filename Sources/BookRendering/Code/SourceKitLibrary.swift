import CSourceKit
import Foundation

/// The functions of sourcekitd's C API that colouring needs, found in the toolchain's library when the engine
/// runs.
struct SourceKitLibrary: @unchecked Sendable {
    typealias UID = sourcekit_uid
    typealias Variant = sourcekit_variant

    let initialize: @convention(c) () -> Void
    let uid: @convention(c) (UnsafePointer<CChar>) -> UID?
    let uidText: @convention(c) (UID) -> UnsafePointer<CChar>?
    let makeDictionary:
        @convention(c) (UnsafePointer<UID?>?, UnsafePointer<sourcekit_object?>?, Int) -> sourcekit_object?
    let setString: @convention(c) (sourcekit_object, UID, UnsafePointer<CChar>, Int) -> Void
    let setInteger: @convention(c) (sourcekit_object, UID, Int64) -> Void
    let setUID: @convention(c) (sourcekit_object, UID, UID) -> Void
    let release: @convention(c) (sourcekit_object) -> Void
    let send: @convention(c) (sourcekit_object) -> sourcekit_response?
    let isError: @convention(c) (sourcekit_response) -> Bool
    let dispose: @convention(c) (sourcekit_response) -> Void
    let value: @convention(c) (sourcekit_response) -> Variant
    let child: @convention(c) (Variant, UID) -> Variant
    let integer: @convention(c) (Variant, UID) -> Int64
    let kind: @convention(c) (Variant, UID) -> UID?
    let count: @convention(c) (Variant) -> Int
    let element: @convention(c) (Variant, Int) -> Variant

    /// Opens the library; `nil` when it is not there or lacks one of the functions.
    init?(at path: String) {
        guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { return nil }
        func find<Function>(_ name: String, as type: Function.Type) -> Function? {
            dlsym(handle, "sourcekitd_" + name).map { unsafeBitCast($0, to: type) }
        }
        guard
            let initialize = find("initialize", as: type(of: initialize)),
            let uid = find("uid_get_from_cstr", as: type(of: uid)),
            let uidText = find("uid_get_string_ptr", as: type(of: uidText)),
            let makeDictionary = find("request_dictionary_create", as: type(of: makeDictionary)),
            let setString = find("request_dictionary_set_stringbuf", as: type(of: setString)),
            let setInteger = find("request_dictionary_set_int64", as: type(of: setInteger)),
            let setUID = find("request_dictionary_set_uid", as: type(of: setUID)),
            let release = find("request_release", as: type(of: release)),
            let send = find("send_request_sync", as: type(of: send)),
            let isError = find("response_is_error", as: type(of: isError)),
            let dispose = find("response_dispose", as: type(of: dispose)),
            let value = find("response_get_value", as: type(of: value)),
            let child = find("variant_dictionary_get_value", as: type(of: child)),
            let integer = find("variant_dictionary_get_int64", as: type(of: integer)),
            let kind = find("variant_dictionary_get_uid", as: type(of: kind)),
            let count = find("variant_array_get_count", as: type(of: count)),
            let element = find("variant_array_get_value", as: type(of: element))
        else { return nil }
        (self.initialize, self.uid, self.uidText) = (initialize, uid, uidText)
        (self.makeDictionary, self.setString) = (makeDictionary, setString)
        (self.setInteger, self.setUID, self.release) = (setInteger, setUID, release)
        (self.send, self.isError, self.dispose) = (send, isError, dispose)
        (self.value, self.child, self.integer) = (value, child, integer)
        (self.kind, self.count, self.element) = (kind, count, element)
    }
}
