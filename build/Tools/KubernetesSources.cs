using System.Text.RegularExpressions;

namespace Build.Tools;

/// <summary>The sources of the Kubernetes server, made to build with Debian's Go.</summary>
internal sealed partial class KubernetesSources(string folder, GoToolchain go)
{
    private const string Import = "k8s.io/kubernetes";
    private const string Reflect2 = "github.com/modern-go/reflect2";

    private static readonly string[] ScannedForOpenApi = ["cmd", "pkg", "plugin", "staging/src/k8s.io"];
    private static readonly string[] NotOfTheServer = ["/code-generator/", "/sample-apiserver/", "/testdata/"];

    /// <summary>Unpacks the archive; <paramref name="packages"/> is where Debian's Go libraries are.</summary>
    public async Task UnpackAsync(string archive, string packages, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        await new ToolCommand("tar", folder).RunAsync(["--extract", "--file", archive, "--strip-components=1"], cancellationToken);
        ReplaceReflect2(Path.Combine(packages, "usr/share/gocode/src", Reflect2));
    }

    /// <summary>Generates the one file that the archive lacks: the description of the API that the server publishes.</summary>
    public async Task GenerateOpenApiAsync(string work, CancellationToken cancellationToken)
    {
        var generator = Path.Combine(work, "openapi-gen");
        await go.BuildAsync(folder, generator, [], cancellationToken, "./vendor/k8s.io/kube-openapi/cmd/openapi-gen");
        await go.RunAsync(generator, folder,
        [
            "--logtostderr", "-i", string.Join(',', FindApiPackages()), "-p", $"{Import}/pkg/generated/openapi", "-O", "zz_generated.openapi",
            "-h", "hack/boilerplate/boilerplate.generatego.txt", "-r", Path.Combine(work, "openapi-violations"),
        ], cancellationToken);
    }

    public Task CompileAsync(string destination, string version, CancellationToken cancellationToken, params string[] programs) =>
        go.BuildAsync(folder, destination, ["-trimpath", "-tags", "providerless", "-ldflags", LinkerFlags(version)], cancellationToken,
            [.. programs.Select(program => $"./cmd/{program}")]);

    // The version of reflect2 in the archive breaks the JSON decoder under Go 1.18 and later: the server starts, and on some requests
    // dies of a nil dereference.
    private void ReplaceReflect2(string replacement)
    {
        var vendored = Path.Combine(folder, "vendor", Reflect2);
        Directory.Delete(vendored, recursive: true);
        Directory.CreateDirectory(vendored);
        foreach (var file in Directory.GetFiles(replacement).Where(file => !file.EndsWith("_test.go", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(vendored, Path.GetFileName(file)));
        }
    }

    /// <summary>The import paths of the packages that are marked to be described.</summary>
    private IEnumerable<string> FindApiPackages() =>
        from top in ScannedForOpenApi
        from file in Directory.EnumerateFiles(Path.Combine(folder, top), "*.go", SearchOption.AllDirectories)
        where !file.EndsWith("_test.go", StringComparison.Ordinal) && !Array.Exists(NotOfTheServer, part => file.Contains(part, StringComparison.Ordinal))
        where OpenApiTag().IsMatch(File.ReadAllText(file))
        let package = Path.GetRelativePath(folder, Path.GetDirectoryName(file)!)
        group package by package into packages
        orderby packages.Key
        select $"{Import}/{(packages.Key.StartsWith("staging/src/", StringComparison.Ordinal) ? $"vendor/{packages.Key["staging/src/".Length..]}" : packages.Key)}";

    private static string LinkerFlags(string version) =>
        string.Join(' ', [
            "-s", "-w",
            .. from package in (string[])["client-go/pkg/version", "component-base/version"]
               from value in Values(version)
               select $"-X {Import}/vendor/k8s.io/{package}.{value}",
        ]);

    private static string[] Values(string version)
    {
        var parts = version.Split('.');
        return [$"gitVersion=v{version}", $"gitMajor={parts[0]}", $"gitMinor={parts[1]}", "gitTreeState=archive", "buildDate=2021-01-13T13:20:00Z"];
    }

    [GeneratedRegex(@"^// *\+k8s:openapi-gen=", RegexOptions.Multiline)]
    private static partial Regex OpenApiTag();
}
