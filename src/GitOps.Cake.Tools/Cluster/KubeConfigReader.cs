using System.Collections.Immutable;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GitOps.Cake.Cluster;

/// <summary>
/// Reads one kubeconfig file. KubernetesClient could, too, but builds a serializer for all of its types first, which costs more than
/// the first request, and takes paths in merged files for relative to the first one.
/// </summary>
internal sealed class KubeConfigReader
{
    private readonly string _file;
    private readonly string _folder;

    private KubeConfigReader(string file) => (_file, _folder) = (file, Path.GetDirectoryName(Path.GetFullPath(file))!);

    /// <exception cref="GitOpsException">It is no kubeconfig.</exception>
    public static KubeConfig Read(string file) => new KubeConfigReader(file).Read();

    private KubeConfig Read()
    {
        var stream = new YamlStream();
        try
        {
            using var text = File.OpenText(_file);
            stream.Load(text);
        }
        catch (Exception exception) when (exception is YamlException or IOException or UnauthorizedAccessException)
        {
            throw new GitOpsException($"""
                The kubeconfig {_file} cannot be read: {exception.Message}
                Correct it; `kubectl config view --kubeconfig={_file}` shows how kubectl reads it.
                """, exception);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }, ..] ? Read(root) : new() { Files = [_file] };
    }

    private KubeConfig Read(YamlMappingNode root) => new()
    {
        Files = [_file],
        CurrentContext = Text(root, "current-context") is { Length: > 0 } context ? context : null,
        Contexts = Entries(root, "contexts", "context", (name, node) =>
            new KubeContext(name, Text(node, "cluster"), Text(node, "user"), Text(node, "namespace"))),
        Clusters = Entries(root, "clusters", "cluster", (_, node) => Cluster(node)),
        Users = Entries(root, "users", "user", (name, node) => User(name, node)),
    };

    private KubeCluster Cluster(YamlMappingNode node) => new()
    {
        Server = Text(node, "server"),
        CertificateAuthority = Data(node, "certificate-authority-data"),
        CertificateAuthorityFile = FilePath(node, "certificate-authority"),
        SkipTlsVerify = Flag(node, "insecure-skip-tls-verify"),
        TlsServerName = Text(node, "tls-server-name"),
        ProxyUrl = Text(node, "proxy-url"),
    };

    private KubeUser User(string name, YamlMappingNode node) => new()
    {
        ClientCertificate = Data(node, "client-certificate-data"),
        ClientCertificateFile = FilePath(node, "client-certificate"),
        ClientKey = Hidden(Data(node, "client-key-data")),
        ClientKeyFile = FilePath(node, "client-key"),
        Token = Hidden(Text(node, "token")),
        TokenFile = FilePath(node, "tokenFile"),
        Username = Text(node, "username"),
        Password = Hidden(Text(node, "password")),
        Impersonate = Text(node, "as"),
        ImpersonateUid = Text(node, "as-uid"),
        ImpersonateGroups = Texts(node, "as-groups"),
        ImpersonateExtra = Map(node, "as-user-extra") is { } extra
            ? [.. extra.Children.Keys.OfType<YamlScalarNode>().SelectMany(key => Texts(extra, key.Value!).Select(value => KeyValuePair.Create(key.Value!, value)))]
            : [],
        Exec = Map(node, "exec") is { } exec ? Exec(name, exec) : null,
        AuthProvider = Map(node, "auth-provider") is { } provider ? Text(provider, "name") : null,
        AuthProviderConfig = Map(node, "auth-provider") is { } configured && Map(configured, "config") is { } config
            ? config.Children.Where(item => item is { Key: YamlScalarNode, Value: YamlScalarNode }).ToImmutableDictionary(item => ((YamlScalarNode)item.Key).Value!, item => ((YamlScalarNode)item.Value).Value ?? "")
            : ImmutableDictionary<string, string>.Empty,
    };

    private KubeExec Exec(string user, YamlMappingNode node)
    {
        var command = Text(node, "command") ?? throw new GitOpsException($"""
            The user {user} of the kubeconfig {_file} has an exec without a command.
            Name the program that hands out its credentials.
            """);
        return new()
        {
            // A path is relative to the kubeconfig; a mere name is looked up on the PATH.
            Command = command.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(command, _folder) : command,
            Arguments = Texts(node, "args"),
            Environment = [.. Maps(node, "env").Select(item => KeyValuePair.Create(Text(item, "name") ?? "", Text(item, "value") ?? ""))],
            ApiVersion = Text(node, "apiVersion") ?? "",
            InstallHint = Text(node, "installHint"),
            ProvideClusterInfo = Flag(node, "provideClusterInfo"),
            InteractiveMode = Text(node, "interactiveMode"),
        };
    }

    private static ImmutableDictionary<string, T> Entries<T>(
        YamlMappingNode root, string list, string key, Func<string, YamlMappingNode, T> read)
    {
        var entries = ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var item in Maps(root, list))
        {
            // As in kubectl the first of two equal names wins.
            if (Text(item, "name") is { } name && !entries.ContainsKey(name))
                entries.Add(name, read(name, Map(item, key) ?? []));
        }

        return entries.ToImmutable();
    }

    private static YamlNode? Node(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    private static string? Text(YamlMappingNode map, string key) =>
        Node(map, key) is YamlScalarNode { Value: { } value } scalar
            && !(scalar.Style is ScalarStyle.Plain && value is "" or "null" or "~") ? value : null;

    private static bool Flag(YamlMappingNode map, string key) => Text(map, key) is "true";

    private static YamlMappingNode? Map(YamlMappingNode map, string key) => Node(map, key) as YamlMappingNode;

    private static IEnumerable<YamlMappingNode> Maps(YamlMappingNode map, string key) =>
        (Node(map, key) as YamlSequenceNode)?.OfType<YamlMappingNode>() ?? [];

    private static ImmutableArray<string> Texts(YamlMappingNode map, string key) =>
        Node(map, key) is YamlSequenceNode list ? [.. list.OfType<YamlScalarNode>().Select(item => item.Value ?? "")] : [];

    private static Secret? Hidden(string? value) => string.IsNullOrEmpty(value) ? null : new(value);

    private string? FilePath(YamlMappingNode map, string key) =>
        Text(map, key) is { Length: > 0 } path ? Path.GetFullPath(path, _folder) : null;

    private string? Data(YamlMappingNode map, string key)
    {
        if (Text(map, key) is not { Length: > 0 } data)
            return null;

        var bytes = new byte[data.Length];
        return Convert.TryFromBase64String(data, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw new GitOpsException($"""
                The value of {key} in the kubeconfig {_file} is not base64.
                Fetch the kubeconfig anew, or name a file with {key.Replace("-data", "", StringComparison.Ordinal)} instead.
                """);
    }
}
