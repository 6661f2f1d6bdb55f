/// The Python that turns specifications into pictures: one JSON object a line in, one a line out.
///
/// The specification comes from a chapter's program, which is not trusted: no address may be read from it.
enum FigureWorkerScript {
    static let source = """
        import json, sys
        try:
            import vl_convert
        except ImportError as error:
            print(json.dumps({"missing": str(error)}), flush=True)
            sys.exit(0)
        print(json.dumps({"ready": vl_convert.__version__}), flush=True)
        # The first figure loads Vega, which takes longer than to draw it: done now, while the chapter still runs.
        vl_convert.vegalite_to_svg({"mark": "point"}, vl_version="5.21")
        for line in sys.stdin:
            request = json.loads(line)
            try:
                svg = vl_convert.vegalite_to_svg(
                    request["spec"], vl_version="5.21", config=json.loads(request["config"]),
                    allowed_base_urls=[])
                reply = {"svg": svg}
            except Exception as error:
                reply = {"rejected": str(error)}
            print(json.dumps(reply), flush=True)
        """
}
