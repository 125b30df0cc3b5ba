using System.Net.Http.Headers;
using System.Text.Json;
using GitOps.Cake.Tooling;

namespace GitOps.Cake.Cluster;

/// <summary>
/// Credentials that a program hands out, as kubectl asks for them. The program is a tool like any other: without the credentials of
/// GitHub and the CI system, and with a time limit.
/// </summary>
internal sealed class ExecCredential(KubeExec exec, ClusterTarget target, IToolRunner runner, TimeProvider time) : ClusterCredential
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Early = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Task<ExecAnswer>? _answer;

    public override async ValueTask<AuthenticationHeaderValue?> HeaderAsync(CancellationToken cancellationToken) =>
        (await AskAsync(cancellationToken).ConfigureAwait(false)).Token is { } token ? new("Bearer", token.Reveal()) : null;

    /// <summary>The credentials, asked for anew shortly before they expire.</summary>
    public Task<ExecAnswer> AskAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return IsFresh() ? _answer! : _answer = RunAsync(cancellationToken);
        }
    }

    private bool IsFresh() => _answer switch
    {
        null => false,
        { IsCompleted: false } => true,
        { IsCompletedSuccessfully: true, Result.Expires: var expires } => !(expires - Early < time.GetUtcNow()),
        _ => false,
    };

    private async Task<ExecAnswer> RunAsync(CancellationToken cancellationToken)
    {
        if (exec.InteractiveMode is "Always")
        {
            throw new GitOpsException($"""
                The user of the context {target.Name} gets its credentials from {exec.Command}, which always asks a person.
                Use a context whose credentials need nobody at the keyboard.
                """);
        }

        var command = new ToolCommand(exec.Command, [.. exec.Arguments.Select(argument => (Argument)argument)])
        {
            Environment = new ToolCommand(exec.Command).Environment
                .SetItems(exec.Environment.Select(item => KeyValuePair.Create(item.Key, (Argument?)item.Value)))
                .SetItem("KUBERNETES_EXEC_INFO", Info()),
            Timeout = Limit,
            Purpose = $"hand out credentials for the context {target.Name}",
            Advice = exec.InstallHint ?? "Run the program alone; kubectl with this context fails in the same way.",
        };
        var output = await runner.RunAsync(command, cancellationToken).ConfigureAwait(false);
        return ExecAnswer.Parse(output.StandardOutput, exec.ApiVersion) ?? throw new ToolFailedException(
            command,
            output,
            ToolFailedException.Text(command, output, $"it did not print an ExecCredential of {exec.ApiVersion} with a token or a certificate."));
    }

    /// <summary>What a program may want to know; there is never a person that it could ask.</summary>
    private string Info()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("apiVersion", exec.ApiVersion);
            json.WriteString("kind", "ExecCredential");
            json.WriteStartObject("spec");
            json.WriteBoolean("interactive", false);
            if (exec.ProvideClusterInfo)
                WriteCluster(json);

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private void WriteCluster(Utf8JsonWriter json)
    {
        json.WriteStartObject("cluster");
        json.WriteString("server", target.Server.OriginalString);
        if (target.Cluster.TlsServerName is { } name)
            json.WriteString("tls-server-name", name);

        if (target.Cluster.SkipTlsVerify)
        {
            json.WriteBoolean("insecure-skip-tls-verify", true);
        }
        else if (ClusterCertificates.Authority(target) is { } pem)
        {
            json.WriteBase64String("certificate-authority-data", System.Text.Encoding.UTF8.GetBytes(pem));
        }

        json.WriteEndObject();
    }
}
