namespace GitOps.Cake.Helmfile.State.Schema;

/// <summary>Keys of helmfile before 1.0, and ones that people expect: what they are called today.</summary>
internal static class FormerKeys
{
    public static string? Advice(string key) => key switch
    {
        "charts" => "helmfile 1.0 took it out: call the list \"releases\".",
        "context" => "helmfile 1.0 took it out: it is called \"kubeContext\".",
        "tillerNamespace" or "tillerless" or "tls" or "tlsCACert" or "tlsCert" or "tlsKey" or "tlsHostname" or "tlsVerify" => "it was for helm 2: take it out.",
        "enabled" => "write condition, which is a path of state values or true or false, or installed: false, which uninstalls.",
        "defaults" => "put default values under \"values\" at the top of the file.",
        _ => null,
    };
}
