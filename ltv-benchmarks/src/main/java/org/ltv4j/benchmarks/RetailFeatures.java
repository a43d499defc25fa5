package org.ltv4j.benchmarks;

import java.nio.file.Path;
import java.time.LocalDate;
import org.ltv4j.core.data.TimeScale;
import org.ltv4j.core.data.TransactionLog;
import org.ltv4j.core.feature.FeaturePlan;
import org.ltv4j.core.feature.Features;
import org.ltv4j.core.table.Columns;
import org.ltv4j.core.table.Csv;
import org.ltv4j.core.table.CsvOptions;
import org.ltv4j.core.table.Reason;
import org.ltv4j.core.table.RowPolicy;

/** Forty features of the online retail data: as a plan of ours, and as SQL. */
final class RetailFeatures {
    static final LocalDate DATE = LocalDate.of(2011, 10, 31);
    static final int COUNT = 40;

    private static final String LOAD = """
        CREATE TABLE sales AS
        SELECT customer_id AS customer, invoice, stock_code AS product, invoice_date AS ts, quantity, unit_price,
               quantity * unit_price AS amount
        FROM read_csv('%s', header = true, columns = {'invoice': 'VARCHAR', 'stock_code': 'VARCHAR',
            'description': 'VARCHAR', 'quantity': 'DOUBLE', 'invoice_date': 'TIMESTAMP', 'unit_price': 'DOUBLE',
            'customer_id': 'VARCHAR', 'country': 'VARCHAR'})
        WHERE customer_id IS NOT NULL
        """;

    /** Rows by day, by product and by customer are grouped once each; ties of the favourite may fall either way. */
    private static final String SQL = """
        WITH sold AS (
            SELECT customer, invoice, product, quantity, amount, CAST(ts AS DATE) AS day
            FROM sales WHERE ts < DATE '%1$s' + 1 AND amount >= 0),
        visits AS (
            SELECT customer, day, sum(amount) AS amount FROM sold GROUP BY customer, day),
        gaps AS (
            SELECT customer, day, amount, day - lag(day) OVER (PARTITION BY customer ORDER BY day) AS gap,
                   day > DATE '%1$s' - 90 AS recent
            FROM visits),
        by_visit AS (
            SELECT customer,
                   DATE '%1$s' - max(day) AS days_since_last, count(*) AS purchases, sum(amount) AS total_spend,
                   avg(amount) AS mean_spend, DATE '%1$s' - min(day) AS days_since_first,
                   max(day) - min(day) AS days_first_to_last,
                   avg(gap) AS gap_mean, stddev_samp(gap) AS gap_sd, median(gap) AS gap_median, min(gap) AS gap_min,
                   max(gap) AS gap_max, arg_max(gap, day) AS gap_last, ln(avg(gap)) - avg(ln(gap)) AS s,
                   count(gap) AS gaps,
                   median(amount) AS basket_median, stddev_samp(amount) AS basket_sd, min(amount) AS basket_min,
                   max(amount) AS basket_max, arg_max(amount, day) AS basket_last,
                   DATE '%1$s' - max(day) FILTER (WHERE recent) AS recent_days_since_last,
                   count(*) FILTER (WHERE recent) AS recent_purchases,
                   coalesce(sum(amount) FILTER (WHERE recent), 0) AS recent_total_spend,
                   avg(amount) FILTER (WHERE recent) AS recent_mean_spend
            FROM gaps GROUP BY customer),
        by_row AS (
            SELECT customer, count(*) AS lines, sum(quantity) AS pieces, count(DISTINCT invoice) AS orders
            FROM sold GROUP BY customer),
        product_days AS (
            SELECT customer, product, day, count(*) AS n FROM sold GROUP BY customer, product, day),
        products AS (
            SELECT customer, product, sum(n) AS n, sum(n) - arg_min(n, day) AS repeated
            FROM product_days GROUP BY customer, product),
        by_product AS (
            SELECT customer, count(*) AS distinct_products, ln(sum(n)) - sum(n * ln(n)) / sum(n) AS product_entropy,
                   arg_max(product, n) AS favourite_product, max(n) / sum(n) AS favourite_product_share,
                   sum(repeated) / sum(n) AS repeat_product_share
            FROM products GROUP BY customer)
        SELECT customer,
               days_since_last, purchases, total_spend, mean_spend,
               days_since_first, days_first_to_last,
               days_first_to_last / nullif(days_since_first, 0), 30.0 * purchases / (days_since_first + 1),
               gap_mean, gap_sd, gap_sd / gap_mean, gap_median, gap_min, gap_max, gap_last, days_since_last / gap_mean,
               CASE WHEN gaps < 2 THEN NULL WHEN s <= 0 THEN 1
                    ELSE (3 - s + sqrt((s - 3) * (s - 3) + 24 * s))
                         / (12 * s + (3 - s + sqrt((s - 3) * (s - 3) + 24 * s))) END,
               lines / purchases, basket_median, basket_sd, basket_sd / nullif(mean_spend, 0), basket_min, basket_max,
               basket_last,
               pieces, pieces / purchases, pieces / lines,
               distinct_products, product_entropy, favourite_product, favourite_product_share, repeat_product_share,
               orders, lines / orders, total_spend / orders, orders / purchases,
               recent_days_since_last, recent_purchases, recent_total_spend, recent_mean_spend
        FROM by_visit JOIN by_row USING (customer) JOIN by_product USING (customer)
        """;

    private RetailFeatures() {}

    static FeaturePlan plan() {
        return Features.asOf(DATE)
                .rfm()
                .tenure()
                .interpurchase()
                .basket()
                .pieces()
                .categories()
                .orders()
                .last(90, TimeScale.DAY);
    }

    static String load(Path csv) {
        return LOAD.formatted(csv);
    }

    static String sql() {
        return SQL.formatted(DATE);
    }

    static TransactionLog log(Path csv) {
        CsvOptions options = CsvOptions.defaults().withRowPolicy(Reason.MISSING_CUSTOMER, RowPolicy.SKIP);
        Columns columns = Columns.ofQuantityAndPrice("customer_id", "invoice_date", "quantity", "unit_price")
                .withOrder("invoice")
                .withProduct("stock_code");
        return Csv.read(csv, columns, options).log();
    }
}
