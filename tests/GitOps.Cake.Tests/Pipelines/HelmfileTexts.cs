using GitOps.Cake.Testing;

namespace GitOps.Cake.Tests.Pipelines;

/// <summary>What helmfile says of a project with one release, <c>shop/api</c>, whose ConfigMap has a field.</summary>
internal static class HelmfileTexts
{
    private const string Installed =
        """[{"name":"api","namespace":"shop","revision":"2","updated":"","status":"deployed","chart":"web-0.3.0","app_version":"1.0"}]""";

    public static RecordingToolRunner Project() => RecordingToolRunner.WithHelmfile()
        .On("helmfile", "list", new("""[{"name":"api","namespace":"shop","enabled":true,"installed":true,"labels":"","chart":"charts/web","version":""}]""" + "\n"))
        .On(command => Path.GetFileName(command.Program) == "helm" && command.ToString().Contains("--namespace shop", StringComparison.Ordinal), new($"{Installed}\n"))
        .On("helmfile", "lint", new("==> Linting charts/web\n\n1 chart(s) linted, 0 chart(s) failed\n\n", "Linting release=api, chart=charts/web\n"))
        .On("helmfile", "test", new("", "Testing api\nNAME: api\nLAST DEPLOYED: Sun Nov 22 21:53:11 2026\nNAMESPACE: shop\nSTATUS: deployed\nREVISION: 3\nDESCRIPTION: Upgrade complete\nTEST SUITE: None\n"));

    /// <summary>A comparison in which the field gets a value; null where nothing differs.</summary>
    public static ToolAnswer Diff(string? value) => value is null
        ? new("Comparing release=api, chart=charts/web, namespace=shop\n\n", "No affected releases\n")
        : new($"{Difference(value)}\n", "Affected releases are:\n  api (charts/web) UPDATED\n\nIdentified at least one change\n", 2);

    public static ToolAnswer Apply(string? value) => value is null ? Diff(null) : new($"{Difference(value)}\n", """
        Affected releases are:
          api (charts/web) UPDATED

        Upgrading release=api, chart=charts/web, namespace=shop
        Release "api" has been upgraded. Happy Helming!
        NAME: api
        LAST DEPLOYED: Sun Nov 22 21:52:41 2026
        NAMESPACE: shop
        STATUS: deployed
        REVISION: 3
        DESCRIPTION: Upgrade complete
        Listing releases matching ^api$
        api 	shop     	3       	2026-11-22 21:52:41.912833827 +0000 UTC	deployed	web-0.3.0	1.4.2      

        ================ Updated Releases ================
        NAME   NAMESPACE   CHART        VERSION   DURATION
        api    shop        charts/web   0.3.0           1s


        """, 2);

    /// <summary>An apply in which the upgrade fails.</summary>
    public static ToolAnswer FailedApply() => new($"{Difference("dark")}\n", """
        Affected releases are:
          api (charts/web) UPDATED

        Upgrading release=api, chart=charts/web, namespace=shop

        FAILED RELEASES:
        NAME   NAMESPACE   CHART        VERSION   DURATION
        api    shop        charts/web                   1s

        in ./helmfile.yaml: failed processing release api: command "helm" exited with non-zero status:

        PATH:
          helm

        ARGS:
          0: helm (4 bytes)
          1: upgrade (7 bytes)
          2: --install (9 bytes)
          3: api (3 bytes)
          4: charts/web (10 bytes)
          5: --namespace (11 bytes)
          6: shop (4 bytes)

        ERROR:
          exit status 1

        EXIT STATUS
          1

        STDERR:
          Error: UPGRADE FAILED: context deadline exceeded

        COMBINED OUTPUT:
          Error: UPGRADE FAILED: context deadline exceeded

        """, 1);

    /// <summary>A chart that does not pass its examination.</summary>
    public static ToolAnswer Lint() => new("""
        ==> Linting charts/web
        [ERROR] templates/config.yaml: no such template


        """, """
        Linting release=api, chart=charts/web
        Failed with 1 errors:

        Error 1:

          command "helm" exited with non-zero status:
          
          PATH:
            helm
          
          ARGS:
            0: helm (4 bytes)
            1: lint (4 bytes)
            2: charts/web (10 bytes)
            3: --namespace (11 bytes)
            4: shop (4 bytes)
          
          ERROR:
            exit status 1
          
          EXIT STATUS
            1
          
          STDERR:
            Error: 1 chart(s) linted, 1 chart(s) failed
          
          COMBINED OUTPUT:
            Error: 1 chart(s) linted, 1 chart(s) failed
            ==> Linting charts/web
            [ERROR] templates/config.yaml: no such template


        """, 1);

    /// <summary>Tests that fail.</summary>
    public static ToolAnswer Test() => new("", """
        Testing api
        NAME: api
        LAST DEPLOYED: Sun Nov 22 21:53:11 2026
        NAMESPACE: shop
        STATUS: deployed
        REVISION: 3
        DESCRIPTION: Upgrade complete
        TEST SUITE:     api-test
        Last Started:   Sun Nov 22 21:53:12 2026
        Last Completed: Sun Nov 22 21:53:13 2026
        Phase:          Failed
        Failed with 1 errors:

        Error 1:

          command "helm" exited with non-zero status:
          
          PATH:
            helm
          
          ARGS:
            0: helm (4 bytes)
            1: test (4 bytes)
            2: api (3 bytes)
            3: --namespace (11 bytes)
            4: shop (4 bytes)
          
          ERROR:
            exit status 1
          
          EXIT STATUS
            1
          
          STDERR:
            Error: 1 error occurred: * pod api-test failed
          
          COMBINED OUTPUT:
            Error: 1 error occurred: * pod api-test failed


        """, 1);

    /// <summary>A chart that refuses its values.</summary>
    public static ToolAnswer Refused() => new("Comparing release=api, chart=charts/web, namespace=shop\n", """
        in ./helmfile.yaml: command "helm" exited with non-zero status:

        PATH:
          helm

        ARGS:
          0: helm (4 bytes)
          1: diff (4 bytes)
          2: upgrade (7 bytes)
          3: --allow-unreleased (18 bytes)
          4: api (3 bytes)
          5: charts/web (10 bytes)
          6: --namespace (11 bytes)
          7: shop (4 bytes)
          8: --detailed-exitcode (19 bytes)

        ERROR:
          exit status 1

        EXIT STATUS
          1

        STDERR:
          Error: Failed to render chart: exit status 1: Error: execution error at (web/templates/config.yaml:3:3): set owner
          Error: plugin "diff" exited with error

        COMBINED OUTPUT:
          Error: Failed to render chart: exit status 1: Error: execution error at (web/templates/config.yaml:3:3): set owner
          Error: plugin "diff" exited with error

        """, 1);

    /// <summary>A project of many releases, each of which differs in its ConfigMap.</summary>
    public static RecordingToolRunner Many(RecordingToolRunner tools, int releases)
    {
        var names = Enumerable.Range(0, releases).Select(number => $"web{number}").ToList();
        var rows = names.Select(name => $$"""{"name":"{{name}}","namespace":"shop","enabled":true,"installed":true,"labels":"","chart":"charts/web","version":""}""");
        var padding = string.Concat(Enumerable.Repeat("    x: some text that makes it longer\n", 20));
        var diffs = names.Select(name => $"""
            Comparing release={name}, chart=charts/web, namespace=shop
            shop, {name}, ConfigMap (v1) has changed:
              # Source: web/templates/config.yaml
              apiVersion: v1
              kind: ConfigMap
              metadata:
                name: {name}
              data:
            -   mode: "plain"
            +   mode: "dark"

            """.Replace("-   mode", $"{padding}-   mode", StringComparison.Ordinal));
        var affected = string.Concat(names.Select(name => $"  {name} (charts/web) UPDATED\n"));
        return tools.On("helmfile", "list", new($"[{string.Join(',', rows)}]\n"))
            .On("helmfile", "lint", new())
            .On("helmfile", "diff", new(string.Join('\n', diffs) + "\n", $"Affected releases are:\n{affected}\nIdentified at least one change\n", 2));
    }

    private static string Difference(string value) => $"""
        Comparing release=api, chart=charts/web, namespace=shop
        shop, api, ConfigMap (v1) has changed:
          # Source: web/templates/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: api
          data:
        -   mode: "plain"
        +   mode: "{value}"

        """;
}
