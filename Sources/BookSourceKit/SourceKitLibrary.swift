import CSourceKit
import Foundation

/// The functions of sourcekitd's C API that the engine needs, found in the toolchain's library when it runs.
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
    let flag: @convention(c) (Variant, UID) -> Bool
    /// 0 for what is not there, 2 for an array.
    let type: @convention(c) (Variant) -> Int32
    let text: @convention(c) (Variant, UID) -> UnsafePointer<CChar>?
    let makeArray: @convention(c) (UnsafePointer<sourcekit_object?>?, Int) -> sourcekit_object?
    /// The index -1 adds to the end.
    let addString: @convention(c) (sourcekit_object, Int, UnsafePointer<CChar>) -> Void
    let setValue: @convention(c) (sourcekit_object, UID, sourcekit_object) -> Void

    /// Opens the library; `nil` when it is not there or lacks one of the functions.
    init?(at path: String) {
        guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { return nil }
        func find<Function>(_ name: String, as type: Function.Type) -> Function? {
            dlsym(handle, "sourcekitd_" + name).map { unsafeBitCast($0, to: type) }
        }
        guard
            let initialize = find("initialize", as: Swift.type(of: initialize)),
            let uid = find("uid_get_from_cstr", as: Swift.type(of: uid)),
            let uidText = find("uid_get_string_ptr", as: Swift.type(of: uidText)),
            let makeDictionary = find("request_dictionary_create", as: Swift.type(of: makeDictionary)),
            let setString = find("request_dictionary_set_stringbuf", as: Swift.type(of: setString)),
            let setInteger = find("request_dictionary_set_int64", as: Swift.type(of: setInteger)),
            let setUID = find("request_dictionary_set_uid", as: Swift.type(of: setUID)),
            let release = find("request_release", as: Swift.type(of: release)),
            let send = find("send_request_sync", as: Swift.type(of: send)),
            let isError = find("response_is_error", as: Swift.type(of: isError)),
            let dispose = find("response_dispose", as: Swift.type(of: dispose)),
            let value = find("response_get_value", as: Swift.type(of: value)),
            let child = find("variant_dictionary_get_value", as: Swift.type(of: child)),
            let integer = find("variant_dictionary_get_int64", as: Swift.type(of: integer)),
            let kind = find("variant_dictionary_get_uid", as: Swift.type(of: kind)),
            let count = find("variant_array_get_count", as: Swift.type(of: count)),
            let element = find("variant_array_get_value", as: Swift.type(of: element)),
            let flag = find("variant_dictionary_get_bool", as: Swift.type(of: flag)),
            let type = find("variant_get_type", as: Swift.type(of: type)),
            let text = find("variant_dictionary_get_string", as: Swift.type(of: text)),
            let makeArray = find("request_array_create", as: Swift.type(of: makeArray)),
            let addString = find("request_array_set_string", as: Swift.type(of: addString)),
            let setValue = find("request_dictionary_set_value", as: Swift.type(of: setValue))
        else { return nil }
        (self.initialize, self.uid, self.uidText) = (initialize, uid, uidText)
        (self.makeDictionary, self.setString) = (makeDictionary, setString)
        (self.setInteger, self.setUID, self.release) = (setInteger, setUID, release)
        (self.send, self.isError, self.dispose) = (send, isError, dispose)
        (self.value, self.child, self.integer) = (value, child, integer)
        (self.kind, self.count, self.element) = (kind, count, element)
        (self.type, self.text, self.makeArray) = (type, text, makeArray)
        (self.addString, self.setValue, self.flag) = (addString, setValue, flag)
    }
}
