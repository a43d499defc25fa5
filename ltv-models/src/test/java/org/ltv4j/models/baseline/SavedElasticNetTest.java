package org.ltv4j.models.baseline;

import java.util.List;
import java.util.Optional;
import org.ltv4j.core.model.LtvModel;
import org.ltv4j.core.testing.SavedModelContract;

class SavedElasticNetTest extends SavedModelContract {
    @Override
    protected List<? extends LtvModel> models() {
        ElasticNetOptions given = ElasticNetOptions.defaults().withLambda(0.1);
        ElasticNetModel linear = ElasticNet.fit(Sets.mixed(Sets.SPEND, 30, 1), given);
        return List.of(
                linear,
                ElasticNet.fit(Sets.mixed(Sets.SPEND, 30, 2), given.withTarget(ElasticNetTarget.LOG1P)),
                ElasticNet.fit(
                        Sets.mixed(Sets.CHURN, 30, 3),
                        ElasticNetOptions.lasso()
                                .withLambda(new LambdaChoice.CrossValidated(3, 1, LambdaRule.LEAST_LOSS, 4))),
                new ElasticNetModel(
                        linear.outcome(),
                        linear.preparation(),
                        linear.response(),
                        1,
                        linear.coefficients(),
                        Optional.empty()));
    }
}
